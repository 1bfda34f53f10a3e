using DurableTask.Core;
using CoreTaskFailedException = DurableTask.Core.Exceptions.TaskFailedException;

namespace LocalRuntime.DurableTask.Replay;

/// <summary>The calls and timers of an orchestrator that have not completed.</summary>
sealed class OpenCalls(TurnSynchronizationContext thread)
{
    readonly Dictionary<int, Call> calls = [];

    public bool IsEmpty => calls.Count == 0;

    public Task<string?> Open(int id, string name)
    {
        var call = new Call(name);
        calls.Add(id, call);
        return call.Source.Task;
    }

    /// <summary>Calls <paramref name="canceled"/> when <paramref name="cancellationToken"/> cancels the call.</summary>
    public void CancelOn(int id, Action canceled, CancellationToken cancellationToken) =>
        calls[id].Registration = cancellationToken.Register(() =>
        {
            if (!thread.IsCurrent || !calls.Remove(id, out var call)) return;
            canceled();
            call.Source.SetCanceled(cancellationToken);
        });

    /// <summary>Completes a call, unless it is completed or canceled.</summary>
    public void Complete(int id, string? result) => Take(id)?.Source.SetResult(result);

    /// <summary>Fails a call, unless it is completed or canceled.</summary>
    public void Fail(int id, TaskFailureDetails failure)
    {
        if (Take(id) is not { } call) return;

        // The official worker wraps the exception of DurableTask.Core too: retry policies and outer failures read it.
        var cause = new CoreTaskFailedException(failure.ErrorMessage) { FailureDetails = ToCore(failure) };
        call.Source.SetException(new TaskFailedException(call.Name, id, cause));
    }

    static FailureDetails ToCore(TaskFailureDetails failure) => new(
        failure.ErrorType, failure.ErrorMessage, failure.StackTrace,
        failure.InnerFailure is { } inner ? ToCore(inner) : null, isNonRetriable: false, failure.Properties);

    Call? Take(int id)
    {
        if (!calls.Remove(id, out var call)) return null;
        call.Registration.Dispose();
        return call;
    }

    sealed class Call(string name)
    {
        public string Name => name;

        // Continuations run inline on the thread of the turn, which keeps WhenAny and WhenAll deterministic.
        public TaskCompletionSource<string?> Source { get; } = new();

        public CancellationTokenRegistration Registration { get; set; }
    }
}
