using LocalRuntime.DurableTask.History;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>Tells the orchestration that called a sub-orchestration how it ended.</summary>
static class Reports
{
    public static void Send(SqliteConnection connection, InstanceRow instance, ExecutionCompleted end, DateTime now)
    {
        if (instance.Parent is { } parent) Inbox.Send(connection, parent.InstanceId, parent.ExecutionId, now, Report(instance, parent, end));
    }

    static HistoryEvent Report(InstanceRow instance, ParentCall call, ExecutionCompleted end) => end.Status == OrchestrationRuntimeStatus.Completed
        ? new TaskCompleted(call.TaskId, end.Output)
        : new TaskFailed(call.TaskId, end.Failure ?? new TaskFailureDetails("OrchestrationTerminated", $"The sub-orchestration '{instance.InstanceId}' was terminated.", null, null, null));
}
