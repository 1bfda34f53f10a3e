using System.Net.Sockets;
using TestSupport.LocalApp;

namespace TestSupport.Crashes;

/// <summary>
/// Tells of things as a platform does: several at once, each again and again until it is acknowledged. They are released in shares, so that they go on
/// over all the app's lives.
/// </summary>
sealed class RetryingSender<T>(AppProcess app, Func<T, Task<bool>> tell, IReadOnlyList<T> things) : IDisposable
{
    const int Parallelism = 16;

    readonly SemaphoreSlim released = new(0);
    int next = -1;
    int acknowledged;
    int repeated;

    /// <summary>How many the app has acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>How many times one had to be told again.</summary>
    public int Repeated => Volatile.Read(ref repeated);

    /// <summary>Lets so many more be told.</summary>
    public void Release(int share) => released.Release(share);

    /// <summary>Completes when every one is acknowledged.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Parallelism).Select(_ => Task.Run(SendAsync)));

    public void Dispose() => released.Dispose();

    async Task SendAsync()
    {
        while (Interlocked.Increment(ref next) is var index && index < things.Count)
        {
            await released.WaitAsync();
            while (!await SendAllAsync(things[index])) Interlocked.Increment(ref repeated);
            Interlocked.Increment(ref acknowledged);
        }
    }

    async Task<bool> SendAllAsync(T thing)
    {
        try
        {
            return await tell(thing);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or SocketException)
        {
            await app.Up; // nobody knows whether it was stored: it is told again
            return false;
        }
    }
}
