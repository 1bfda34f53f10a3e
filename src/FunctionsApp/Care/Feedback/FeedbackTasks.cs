using Community.Care.Feedback;
using Community.Groups;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// The staff tasks about feedback: one for the owner of the group to answer it, and one for everybody when nobody did.
/// A person who completes them does not answer the feedback.
/// </summary>
public sealed class FeedbackTasks(StaffTaskService tasks)
{
    /// <summary>Opens the task to answer the feedback, once.</summary>
    public Task OpenAsync(FeedbackItem item, Group group) => tasks.OpenAsync(new NewStaffTask(
        AnswerKeyOf(item),
        StaffTaskKind.AnswerFeedback,
        FeedbackTexts.TaskTitle("task.AnswerFeedback", item, group),
        group.Id,
        item.At,
        item.DueAt)
    {
        Owner = group.Owner,
    });

    /// <summary>
    /// Opens the task of feedback that is overdue, again when a person completed it. Its due time stays, so that its
    /// reminders go on.
    /// </summary>
    public Task EscalateAsync(FeedbackItem item, Group group) => tasks.OpenOrReviseAsync(
        new NewStaffTask(
            EscalationKeyOf(item),
            StaffTaskKind.EscalateFeedback,
            FeedbackTexts.TaskTitle("task.EscalateFeedback", item, group),
            group.Id,
            item.DueAt,
            item.DueAt + NewStaffTasks.GroupDeadline),
        itemReminders: 0,
        reopens: true);

    /// <summary>Ends the tasks of feedback that is answered or closed.</summary>
    public async Task EndAsync(FeedbackItem item)
    {
        foreach (var key in new[] { AnswerKeyOf(item), EscalationKeyOf(item) })
            await tasks.CompleteAsync(NewStaffTask.IdOf(key), new CompleteTaskRequest(null));
    }

    static string AnswerKeyOf(FeedbackItem item) => $"feedback-{item.Id}:answer";

    static string EscalationKeyOf(FeedbackItem item) => $"feedback-{item.Id}:escalate";
}
