using Community.Care.Crises;
using Community.Care.Feedback;
using FunctionsApp.Care.Feedback;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// Counts complaints, proposes a crisis to a person when there are many, and ends the proposal.
/// </summary>
public sealed class ComplaintWatchService(ComplaintWatchStore watches, GroupStore groups, StaffTaskService tasks)
    : IComplaintListener
{
    public Task HandleAsync(FeedbackItem complaint) =>
        CountAsync(complaint.GroupId, new GroupComplaint(complaint.Id, complaint.MemberId, complaint.At));

    /// <summary>Counts a complaint in a group, once; an unknown group is ignored.</summary>
    async Task CountAsync(string groupId, GroupComplaint complaint)
    {
        // One request for each complaint of a mob, once the crisis is proposed.
        if ((await watches.FindAsync(groupId)).Open is not null) return;
        if (await groups.LookUpAsync(groupId) is not { IsAlive: true } group) return;
        var count = new ComplaintWatchCommand.Count(complaint, group.MemberCount, group.IsInCrisis);
        // The task is stored before the proposal: after a crash the repeat stores the same task again.
        await watches.DecideAsync(groupId, count, async events =>
        {
            foreach (var proposed in events.OfType<ComplaintWatchEvent.Proposed>())
                await tasks.OpenAsync(CrisisTasks.Decide(proposed.Proposal, group));
        });
    }

    /// <summary>Ends the group's proposal, if there is one, because it is in a crisis.</summary>
    public Task AcceptAsync(string groupId) =>
        EndAsync(groupId, new ComplaintWatchCommand.Accept(), "the group is in a crisis");

    /// <summary>Ends the group's proposal; false when there is none.</summary>
    public Task<bool> DismissAsync(string groupId, DateTimeOffset at) =>
        EndAsync(groupId, new ComplaintWatchCommand.Dismiss(at), "the proposal is dismissed");

    async Task<bool> EndAsync(string groupId, ComplaintWatchCommand command, string reason)
    {
        if ((await watches.FindAsync(groupId)).Open is not { } proposal) return false;
        await tasks.WithdrawAsync(CrisisTasks.DecideId(proposal), reason);
        await watches.DecideAsync(groupId, command);
        return true;
    }
}
