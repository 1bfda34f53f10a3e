using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Load;

/// <summary>A connection that sends a request, waits for the answer and repeats.</summary>
sealed class LoadConnection : IDisposable
{
    const int MaxAnswerBytes = 4_096;

    readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] answer = new byte[MaxAnswerBytes];
    readonly byte[] request;
    readonly byte[] statusLine;

    public LoadConnection(Uri url, byte[] request, int status)
    {
        this.request = request;
        statusLine = Encoding.ASCII.GetBytes($"HTTP/1.1 {status} ");
        socket.Connect(url.Host, url.Port);
    }

    public async Task<int> RunAsync(long started, TimeSpan duration)
    {
        var answers = 0;
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            await socket.SendAsync(request);
            await ReceiveAsync();
            answers++;
        }

        return answers;
    }

    public void Dispose() => socket.Dispose();

    // An answer without a body ends with its headers.
    async Task ReceiveAsync()
    {
        var length = 0;
        do
        {
            var read = await socket.ReceiveAsync(answer.AsMemory(length));
            if (read == 0) throw new InvalidOperationException("The server closed the connection.");
            length += read;
        }
        while (!answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8));
        if (!answer.AsSpan().StartsWith(statusLine))
            throw new InvalidOperationException(
                $"The answer was not {Encoding.ASCII.GetString(statusLine)}: "
                + $"{Encoding.ASCII.GetString(answer, 0, length)}");
    }
}
