using System.Diagnostics;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>Runs activities and reports to their orchestrations. <paramref name="stopping"/> asks those that run to give up.</summary>
sealed class ActivityRuns(EngineParts parts, CancellationToken stopping) : WorkLoop<ActivityRow>(parts, parts.Options.MaxConcurrentActivities)
{
    /// <summary>Called when an activity has reported.</summary>
    public Action Reported { get; set; } = () => { };

    public override int Lease(SqliteConnection connection, ActivityRow work, DateTime until) => ActivityTable.Lease(connection, Parts.Owner, work.Id, until);

    protected override bool AnyDue(SqliteConnection connection, DateTime now) => ActivityTable.AnyDue(connection, now);

    protected override DateTimeOffset? NextDue(SqliteConnection connection, DateTime now) => ActivityTable.NextDue(connection);

    protected override List<ActivityRow> Claim(SqliteConnection connection, DateTime now, DateTime until, int most) =>
        ActivityTable.Claim(connection, Parts.Owner, now, until, most);

    protected override async Task RunAsync(ActivityRow work)
    {
        var started = Stopwatch.GetTimestamp();
        if (await ReportAsync(work) is not { } report) return;
        if (Parts.Log.IsEnabled(LogLevel.Debug))
            Parts.Log.LogDebug("{Activity} of {Instance} reported after {Milliseconds} ms", work.Name, work.InstanceId, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (await Parts.Store.WriteAsync(connection => ActivityTable.Complete(connection, Parts.Owner, work, Parts.Now, report))) Reported();
        else Parts.Log.LogInformation("The activity {Activity} of {Instance} has been taken over; its result does not count.", work.Name, work.InstanceId);
    }

    // Null: the activity gave up because the engine stops, which gives it back.
    async Task<HistoryEvent?> ReportAsync(ActivityRow work)
    {
        try
        {
            return Parts.Catalog.FindActivity(work.Name) is { } activity
                ? new TaskCompleted(work.TaskId, await activity(work.Input, stopping))
                : new TaskFailed(work.TaskId, new TaskFailureDetails("ActivityNotFound", $"There is no activity named '{work.Name}'.", null, null, null));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // whatever an activity throws is its orchestration's to handle
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return new TaskFailed(work.TaskId, TaskFailureDetails.From(thrown));
        }
    }
}
