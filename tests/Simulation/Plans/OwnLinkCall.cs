using System.Globalization;
using System.Text.Json;
using Simulation.Runs;
using Simulation.Senders;
using Simulation.Workloads;

namespace Simulation.Plans;

/// <summary>The operator makes a member's own link; before the app knows of the join, they try again later.</summary>
sealed record OwnLinkCall(TimeSpan At, string MemberId) : SimulatedEvent(At)
{
    const int MaxAttempts = 60;

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public override async Task PlayEventAsync(World world)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var answer = await world.Sender.SendUntilAcknowledgedAsync(
                $"{this}",
                () => Sender.Create(
                    "POST",
                    $"/api/conversions/{MemberLinkWorkload.Id}/links",
                    new { groupId = MemberLinkWorkload.Group, memberId = MemberId }));
            if (answer.Status is 200 or 201)
            {
                world.Links.NameOwnLink(MemberId, answer.Json.GetProperty("code").GetString()!);
                return;
            }

            if (answer.Status != 400)
                world.Violate("a member gets their own link", $"{this} was answered {answer.Status}: {answer.Text}");
            await world.Clock.DelayAsync(Pause);
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} own link of {MemberId}");
}
