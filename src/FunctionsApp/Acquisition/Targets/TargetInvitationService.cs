using Community.Acquisition;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Durable;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.Targets;

/// <summary>Who qualified (达标用户) is invited to the target's group by a sequence of their own, once.</summary>
public sealed class TargetInvitationService(StandingStore standings)
{
    /// <summary>Starts it for one who is to be invited; safe to repeat.</summary>
    public Task EnsureStartedAsync(Campaign campaign, Standing standing, DurableTaskClient durable) =>
        campaign.Target is { } target && standing.Target is TargetState.Invited
            ? durable.EnsureStartedAsync(
                nameof(TargetInvitationOrchestrator),
                AcquisitionInstanceIds.TargetInvitation(campaign.Id, standing.MemberId),
                new TargetReference(campaign.Id, standing.MemberId, target.GroupId))
            : Task.CompletedTask;

    /// <summary>One who was invited, or had been in vain, is in the group: noted, and told to their sequence.</summary>
    public async Task JoinAsync(Campaign campaign, string memberId, DateTimeOffset at, DurableTaskClient durable)
    {
        var (after, _) = await standings.DecideAsync(campaign.Id, campaign.Terms, memberId, invitee: null, new StandingCommand.JoinTarget(at));
        if (after.Target is TargetState.Joined)
            await durable.RaiseEventAsync(AcquisitionInstanceIds.TargetInvitation(campaign.Id, memberId), TargetInvitationOrchestrator.JoinedSignal, "");
    }
}
