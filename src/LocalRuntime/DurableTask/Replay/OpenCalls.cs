using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>The calls and timers that an orchestrator has asked for and that have not come back.</summary>
sealed class OpenCalls(TurnSynchronizationContext thread)
{
    readonly Dictionary<int, Call> calls = [];

    /// <summary>True when none is open.</summary>
    public bool IsEmpty => calls.Count == 0;

    public Task<string?> Open(int id, string name)
    {
        var call = new Call(name);
        calls.Add(id, call);
        return call.Source.Task;
    }

    /// <summary>Lets <paramref name="cancellationToken"/> close the call; <paramref name="closed"/> runs when it does.</summary>
    public void CloseOn(int id, Action closed, CancellationToken cancellationToken) =>
        calls[id].Registration = cancellationToken.Register(() =>
        {
            if (!thread.IsCurrent || !calls.Remove(id, out var call)) return;
            closed();
            call.Source.SetCanceled(cancellationToken);
        });

    /// <summary>A second answer to the same call is ignored, as is one to a call that was closed.</summary>
    public void Complete(int id, string? result)
    {
        if (Take(id) is { } call) call.Source.SetResult(result);
    }

    public void Fail(int id, TaskFailureDetails failure)
    {
        if (Take(id) is { } call) call.Source.SetException(new TaskFailedException(call.Name, id, failure));
    }

    Call? Take(int id)
    {
        if (!calls.Remove(id, out var call)) return null;
        call.Registration.Dispose();
        return call;
    }

    sealed class Call(string name)
    {
        public string Name => name;

        // Continuations run inline, on the turn's own thread: that is what keeps WhenAny and WhenAll deterministic.
        public TaskCompletionSource<string?> Source { get; } = new();

        public CancellationTokenRegistration Registration { get; set; }
    }
}
