using LocalRuntime.Time;

namespace LocalRuntime.Functions;

/// <summary>
/// Runs a function when its trigger fires. Its disposal starts nothing new; running invocations are canceled, and
/// complete or are given back.
/// </summary>
internal interface IListener : IDueSource, IAsyncDisposable
{
    Task StartAsync();

    /// <summary>Called when another host of the store has started or ended, so that its work is taken over.</summary>
    void OnHostsChanged();
}
