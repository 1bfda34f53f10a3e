using Community.Care.Feedback;
using FunctionsApp.Groups;

namespace FunctionsApp.Care.Feedback;

/// <summary>
/// What follows from the state of feedback: the list of open feedback, staff tasks, messages, and listeners of
/// complaints. Each part can be repeated.
/// </summary>
public sealed class FeedbackFollowUp(
    FeedbackLocatorStore locators,
    FeedbackTasks tasks,
    FeedbackMessages messages,
    GroupStore groups,
    IEnumerable<IComplaintListener> listeners)
{
    public async Task FollowAsync(FeedbackItem item)
    {
        if (item.State is FeedbackState.Open) await OpenAsync(item);
        else await EndAsync(item);
    }

    /// <summary>Ends what is open about feedback that was answered or closed.</summary>
    public async Task EndAsync(FeedbackItem item)
    {
        await locators.UnlistAsync(FeedbackLocator.Of(item));
        await tasks.EndAsync(item);
        if (await groups.LookUpAsync(item.GroupId) is { } group) await messages.SendAsync(item, group);
    }

    async Task OpenAsync(FeedbackItem item)
    {
        await locators.ListAsync(FeedbackLocator.Of(item));
        if (item.EscalationCount == 0 && await groups.LookUpAsync(item.GroupId) is { } group)
            await tasks.OpenAsync(item, group);
        if (item.Kind is not FeedbackKind.Complaint) return;
        foreach (var listener in listeners) await listener.HandleAsync(item);
    }
}
