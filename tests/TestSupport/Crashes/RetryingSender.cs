using System.Net.Sockets;
using TestSupport.LocalApp;

namespace TestSupport.Crashes;

/// <summary>
/// Sends calls as a platform does: several at once, each repeated until it is acknowledged. Calls are released in
/// shares, so that every run of the app receives some.
/// </summary>
sealed class RetryingSender<T>(AppProcess app, Func<T, Task<bool>> sendOnceAsync, IReadOnlyList<T> calls) : IDisposable
{
    const int Parallelism = 16;

    readonly SemaphoreSlim released = new(0);
    int next = -1;
    int acknowledged;
    int repeated;

    /// <summary>The number of acknowledged calls.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>The number of repetitions.</summary>
    public int Repeated => Volatile.Read(ref repeated);

    /// <summary>Allows this many more calls.</summary>
    public void Release(int share) => released.Release(share);

    /// <summary>Completes when every call is acknowledged.</summary>
    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Parallelism).Select(_ => Task.Run(SendAsync)));

    public void Dispose() => released.Dispose();

    async Task SendAsync()
    {
        while (Interlocked.Increment(ref next) is var index && index < calls.Count)
        {
            await released.WaitAsync();
            while (!await TrySendAsync(calls[index])) Interlocked.Increment(ref repeated);
            Interlocked.Increment(ref acknowledged);
        }
    }

    async Task<bool> TrySendAsync(T call)
    {
        try
        {
            return await sendOnceAsync(call);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or SocketException)
        {
            await app.Up; // the call may be stored or not, so it is repeated
            return false;
        }
    }
}
