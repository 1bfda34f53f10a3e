namespace LocalRuntime.DurableTask.Storage;

static class InstanceStarter
{
    static ExecutionCompleted Terminated => new(0, OrchestrationRuntimeStatus.Terminated, null, null);

    /// <summary>
    /// Starts an instance and returns null. An existing instance with the same id is replaced, and terminated first
    /// while it runs; when it <paramref name="blocks"/> the start, it is returned and nothing is changed.
    /// </summary>
    public static InstanceRow? Start(
        SqliteConnection connection, string instanceId, ExecutionStarted started, DateTime now, DateTime startAt,
        Func<InstanceRow, bool> blocks)
    {
        if (InstanceTable.Find(connection, instanceId) is { } existing)
        {
            if (blocks(existing)) return existing;
            if (!existing.HasEnded) ParentNotifier.Notify(connection, existing, Terminated, now);
            InstanceTable.Delete(connection, instanceId);
        }

        InstanceTable.Insert(connection, instanceId, started, now, startAt);
        return null;
    }
}
