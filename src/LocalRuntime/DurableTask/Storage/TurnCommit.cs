using DurableTask.Core.Exceptions;

namespace LocalRuntime.DurableTask.Storage;

/// <summary>
/// The changes of one turn, in one transaction. It throws <see cref="LeaseLostException"/> and changes nothing when the
/// instance has moved on since the turn was claimed, or no longer belongs to <paramref name="Owner"/>.
/// </summary>
sealed record TurnCommit(
    InstanceRow Instance, string Owner, DateTime At, IReadOnlyList<InboxMessage> Messages,
    IReadOnlyList<HistoryEvent> Received, TurnOutcome Outcome)
{
    // Serialized here and not on the writer's thread, which all writes share.
    readonly string history = HistoryJson.WriteAll([new TurnStarted(At), .. Received, .. Outcome.Decisions]);

    string Id => Instance.InstanceId;

    public bool Apply(SqliteConnection connection)
    {
        foreach (var message in Messages) Inbox.Delete(connection, message.Id);
        foreach (var decision in Outcome.Decisions) Apply(connection, decision);
        if (Outcome.Successor is { } successor) Restart(connection, successor);
        else if (Outcome.End is { } end) Finish(connection, end);
        else Continue(connection);
        return true;
    }

    void Apply(SqliteConnection connection, Decision decision)
    {
        switch (decision)
        {
            case TaskScheduled task: ActivityTable.Add(connection, Id, Instance.ExecutionId, task); break;
            case SubOrchestrationCreated sub: Start(connection, sub); break;
            case TimerCreated timer when !Outcome.IsOver && !Outcome.CanceledTimers.Contains(timer.Id):
                Inbox.Add(connection, Id, Instance.ExecutionId, timer.FireAt.Ticks, timer.Id, new TimerFired(timer.Id));
                break;
            case EventSent sent:
                Inbox.Send(connection, sent.InstanceId, null, At, new EventRaised(sent.Name, sent.Payload));
                break;
        }
    }

    void Start(SqliteConnection connection, SubOrchestrationCreated sub)
    {
        var call = new ParentCall(Instance.Name, Id, Instance.ExecutionId, sub.Id);
        var started = new ExecutionStarted(Guid.NewGuid().ToString("N"), sub.Name, sub.Input, call);
        var running = InstanceStarter.Start(
            connection, sub.InstanceId, started, At, At, blocks: existing => !existing.HasEnded);
        if (running is null) return;
        var failure = new TaskFailureDetails(
            typeof(OrchestrationAlreadyExistsException).FullName!,
            $"An orchestration with the id '{sub.InstanceId}' is running already.",
            null, null, null);
        Inbox.Send(connection, Id, Instance.ExecutionId, At, new TaskFailed(sub.Id, failure));
    }

    void Continue(SqliteConnection connection)
    {
        foreach (var timer in Outcome.CanceledTimers) Inbox.DeleteTimer(connection, Id, Instance.ExecutionId, timer);
        var status = Outcome.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running;
        Update(connection, status, null, Instance.ExecutionId);
        AppendHistory(connection);
    }

    void Finish(SqliteConnection connection, ExecutionCompleted end)
    {
        Inbox.Clear(connection, Id);
        ParentNotifier.Notify(connection, Instance, end, At);
        Update(connection, end.Status, end, Instance.ExecutionId);
        AppendHistory(connection);
    }

    // The start and the events carried over are visible from time 0, so they precede the other messages of the inbox.
    void Restart(SqliteConnection connection, ContinuedAsNew successor)
    {
        var executionId = Guid.NewGuid().ToString("N");
        var started = new ExecutionStarted(executionId, Instance.Name, successor.Input, Instance.Parent);
        HistoryTable.Delete(connection, Id);
        Inbox.DeleteExecution(connection, Id, Instance.ExecutionId);
        Inbox.Add(connection, Id, null, 0, null, started);
        foreach (var raised in successor.Unprocessed) Inbox.Add(connection, Id, null, 0, null, raised);
        if (Outcome.IsSuspended) Inbox.Add(connection, Id, null, 0, null, new ExecutionSuspended(null));
        connection.Execute("UPDATE durable_instances SET input = $2 WHERE instance_id = $1", Id, successor.Input);
        Update(connection, OrchestrationRuntimeStatus.Running, null, executionId);
    }

    void AppendHistory(SqliteConnection connection) => HistoryTable.Append(connection, Id, Instance.Turns, history);

    void Update(
        SqliteConnection connection, OrchestrationRuntimeStatus status, ExecutionCompleted? end, string executionId)
    {
        var updated = connection.Execute(
            """
            UPDATE durable_instances SET
              status = $5, updated_at = $6, execution_id = $7, turns = turns + 1,
              lease_owner = NULL, lease_until = NULL,
              due_at = (SELECT min(visible_at) FROM durable_inbox WHERE instance_id = $1),
              output = $8, failure = $9, custom_status = CASE WHEN $10 THEN $11 ELSE custom_status END
            WHERE instance_id = $1 AND execution_id = $2 AND turns = $3 AND lease_owner = $4
            """,
            Id, Instance.ExecutionId, Instance.Turns, Owner, (int)status, At.Ticks, executionId, end?.Output,
            end?.Failure is { } failure ? JsonSerializer.Serialize(failure) : null, Outcome.Status is null ? 0 : 1,
            Outcome.Status?.Json);
        if (updated == 0) throw new LeaseLostException(Id);
    }
}

/// <summary>The engine no longer holds the lease of the turn, so the turn has no effect.</summary>
public sealed class LeaseLostException(string instanceId)
    : Exception($"The turn of '{instanceId}' has been taken over, or the instance was replaced.");
