namespace LocalRuntime.DurableTask.Engine;

/// <summary>Runs activities, which receive <paramref name="stopping"/>, and sends their results.</summary>
sealed class ActivityRuns(EngineParts parts, CancellationToken stopping)
    : WorkLoop<ActivityRow>(
        "activities", parts, parts.Options.MaxConcurrentActivities, parts.Options.ActivityLeaseDuration)
{
    protected override int Lease(SqliteConnection connection, ActivityRow work, DateTime until) =>
        ActivityTable.Lease(connection, Parts.Owner, work.Id, until);

    protected override bool AnyDue(SqliteConnection connection, DateTime now) => ActivityTable.AnyDue(connection, now);

    protected override DateTimeOffset? NextDue(SqliteConnection connection, DateTime now) =>
        ActivityTable.NextDue(connection);

    protected override List<ActivityRow> Claim(SqliteConnection connection, DateTime now, DateTime until, int limit) =>
        ActivityTable.Claim(connection, Parts.Owner, now, until, limit);

    protected override async Task RunAsync(ActivityRow work)
    {
        var started = Stopwatch.GetTimestamp();
        if (await ResultAsync(work) is not { } result) return;
        if (Parts.Log.IsEnabled(LogLevel.Debug))
        {
            var elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Parts.Log.LogDebug(
                "{Activity} of {Instance} reported after {Milliseconds} ms", work.Name, work.InstanceId, elapsed);
        }

        if (await Parts.Store.WriteAsync(store => ActivityTable.Complete(store, Parts.Owner, work, Parts.Now, result)))
        {
            OnResult();
            return;
        }

        Parts.Log.LogInformation(
            "The activity {Activity} of {Instance} was taken over; its result is dropped.", work.Name, work.InstanceId);
    }

    // Null: the activity was canceled because the engine stops; another engine runs it again.
    async Task<HistoryEvent?> ResultAsync(ActivityRow work)
    {
        try
        {
            if (Parts.Catalog.FindActivity(work.Name) is { } activity)
                return new TaskCompleted(work.TaskId, await activity(work.Input, stopping));
            var message = $"There is no activity named '{work.Name}'.";
            return new TaskFailed(work.TaskId, new TaskFailureDetails("ActivityNotFound", message, null, null, null));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure) // the orchestration handles the exceptions of its activities
        {
            return new TaskFailed(work.TaskId, TaskFailureDetails.FromException(failure));
        }
    }
}
