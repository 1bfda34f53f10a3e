namespace LocalRuntime.DurableTask.Storage;

/// <summary>Sends the result of a sub-orchestration to the orchestration that called it.</summary>
static class ParentNotifier
{
    public static void Notify(SqliteConnection connection, InstanceRow instance, ExecutionCompleted end, DateTime now)
    {
        if (instance.Parent is not { } parent) return;
        Inbox.Send(connection, parent.InstanceId, parent.ExecutionId, now, Result(instance, parent, end));
    }

    static HistoryEvent Result(InstanceRow instance, ParentCall call, ExecutionCompleted end) =>
        end.Status == OrchestrationRuntimeStatus.Completed
            ? new TaskCompleted(call.TaskId, end.Output)
            : new TaskFailed(call.TaskId, end.Failure ?? Terminated(instance.InstanceId));

    static TaskFailureDetails Terminated(string instanceId) =>
        new("OrchestrationTerminated", $"The sub-orchestration '{instanceId}' was terminated.", null, null, null);
}
