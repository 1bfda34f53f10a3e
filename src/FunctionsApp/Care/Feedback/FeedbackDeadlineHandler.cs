using Community.Care.Feedback;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.Feedback;

/// <summary>The feedback whose answer, or next escalation, is due.</summary>
public sealed record FeedbackDeadline(string FeedbackId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "feedback-deadline";
}

/// <summary>Escalates feedback that is open, and again every 24 hours.</summary>
public sealed class FeedbackDeadlineHandler(
    FeedbackStore feedback,
    FeedbackTasks tasks,
    FeedbackFollowUp followUp,
    GroupStore groups,
    DueWorkScheduler scheduler,
    TimeProvider clock) : DueWorkHandler<FeedbackDeadline>(FeedbackDeadline.Kind)
{
    protected override async Task HandleAsync(FeedbackDeadline deadline, DateTimeOffset at)
    {
        if (await feedback.FindAsync(deadline.FeedbackId) is not { Value: var item }) return;
        var now = clock.GetUtcNow();
        if (FeedbackRules.NextEscalationAt(item) <= now) item = await EscalateAsync(item, now);
        if (FeedbackRules.NextEscalationAt(item) is { } next)
            await scheduler.ScheduleAsync(FeedbackDeadline.Kind, next, deadline);
    }

    // The task comes first, so that an interrupted escalation is repeated. An answer may come between.
    async Task<FeedbackItem> EscalateAsync(FeedbackItem item, DateTimeOffset now)
    {
        if (await groups.LookUpAsync(item.GroupId) is { } group) await tasks.EscalateAsync(item, group);
        var decided = await feedback.DecideAsync(item.Id, new FeedbackCommand.Escalate(now));
        var after = decided?.After ?? item;
        if (after.State is not FeedbackState.Open) await followUp.EndAsync(after);
        return after;
    }
}
