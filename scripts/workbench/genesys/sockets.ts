import type { IncomingHttpHeaders, Server } from 'node:http';
import { WebSocketServer } from 'ws';
import type { Channels } from './channels';

/**
 * Serves `/channels/{id}` on the HTTP server. The channel's id is the only key, as on the real
 * platform; unknown channels are refused in the handshake. Returns what cuts all lines.
 */
export function attachSockets(
  server: Server,
  channels: Channels,
  isAllowed: (headers: IncomingHttpHeaders) => boolean
): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });

  server.on('upgrade', (request, socket, head) => {
    const id = /^\/channels\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    const refuse = (status: string) =>
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    if (!isAllowed(request.headers)) return void refuse('403 Forbidden');
    if (!id || !channels.get(id)) return void refuse('404 Not Found');
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const line = channels.attach(id, {
        send: (text) => webSocket.send(text),
        close: (code, reason) => webSocket.close(code, reason),
        terminate: () => webSocket.terminate()
      });
      if (!line) return webSocket.close(1008, 'no such channel');
      webSocket.on('message', (data) => line.receive(String(data)));
      webSocket.on('close', () => line.closed());
      webSocket.on('error', () => webSocket.terminate());
    });
  });

  return () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}
