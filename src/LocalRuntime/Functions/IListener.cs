using LocalRuntime.Time;

namespace LocalRuntime.Functions;

/// <summary>Runs a function whenever its trigger says so. Disposed, it takes nothing new; what runs is told to stop, and is finished or given back.</summary>
internal interface IListener : IDueSource, IAsyncDisposable
{
    Task StartAsync();

    /// <summary>Another host of the store has come or gone: what it did or left is looked for.</summary>
    void LookAgain();
}
