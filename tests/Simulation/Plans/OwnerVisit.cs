using System.Globalization;
using System.Text.Json;
using Simulation.Runs;
using Simulation.Senders;
using Simulation.WeCom;

namespace Simulation.Plans;

/// <summary>
/// The owner looks at the pushes that wait, and confirms some of them. On WeCom the owner confirms group sends in the
/// client, and reports here only what was posted by hand.
/// </summary>
sealed record OwnerVisit(TimeSpan At, IReadOnlyList<string> GroupIds, OwnerHabit Habit) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        if (Habit is OwnerHabit.Never || !world.NeedsTaps) return;
        foreach (var group in GroupIds)
        {
            var waiting = await world.Sender.SendUntilAcknowledgedAsync(
                $"{this}",
                () => Sender.Create("GET", $"/api/pushes?groupId={group}&state=AwaitingStaff&top=200"));
            var pushes = waiting.Json.GetProperty("items").EnumerateArray();
            foreach (var push in pushes.Where(push => Confirms(push, world)))
            {
                if (world.WeCom?.Posts.SendPush(push) is SentPush.ByGroupSend) continue;
                await ConfirmAsync(world, push.GetProperty("id").GetString()!);
            }
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} the owner ({Habit}) looks at pushes");

    bool Confirms(JsonElement push, World world) =>
        Habit.Confirms(push.GetProperty("plannedAt").GetDateTimeOffset(), world.Clock.Now);

    static async Task ConfirmAsync(World world, string id)
    {
        var answer = await world.Sender.SendUntilAcknowledgedAsync(
            $"confirm {id}", () => Sender.Create("POST", $"/api/pushes/{id}/confirm", new { by = "小周" }));
        // The push may be over by now.
        if (answer.Status is >= 400 and not 409)
            world.Violate(
                "the app accepts the operator's requests", $"confirm {id} was answered {answer.Status}: {answer.Text}");
    }
}
