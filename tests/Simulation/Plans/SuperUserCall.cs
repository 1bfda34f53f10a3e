using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>
/// An operator has a person invited, or decides on a member who is under review. A person who is no candidate, or not
/// under review, is refused.
/// </summary>
sealed record SuperUserCall(TimeSpan At, string MemberId, SuperUserDeed Deed) : SimulatedEvent(At)
{
    const int NotFound = 404;
    const int Conflict = 409;

    public override async Task PlayEventAsync(World world)
    {
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{this}", () => Sender.Create("POST", Path, Body));
        if (answer.IsSuccess) world.SuperUsers.Add((MemberId, Deed));
        else if (answer.Status is not (NotFound or Conflict))
            world.Violate(
                "the app accepts the operator's requests", $"{this} was answered {answer.Status}: {answer.Text}");
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} super user {MemberId}: {Deed}");

    string Path => $"/api/super-users/{MemberId}/{(Deed is SuperUserDeed.Invite ? "invite" : "decide")}";

    object Body => Deed is SuperUserDeed.Invite
        ? new { groupId = Workloads.SuperUserWorkload.Group, by = "小周" }
        : new
        {
            groupId = Workloads.SuperUserWorkload.Group,
            decision = $"{Deed}",
            reason = "和本人谈过",
            by = "小周",
        };
}

/// <summary>What is done about a person.</summary>
enum SuperUserDeed
{
    Invite,
    Keep,
    Remove,
}
