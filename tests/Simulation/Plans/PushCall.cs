using System.Globalization;
using System.Text.Json;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>
/// An operator commands one of the next pushes of a group. <paramref name="Mood"/> is the seed of which one, and of
/// what.
/// </summary>
sealed record PushCall(TimeSpan At, string GroupId, int Mood) : SimulatedEvent(At)
{
    const int Nearest = 4;

    static readonly string[] Open = ["Planned", "Held", "AwaitingStaff"];

    public override async Task PlayEventAsync(World world)
    {
        var list = await world.Sender.SendUntilAcknowledgedAsync(
            $"{this}",
            () => Sender.Create("GET", $"/api/pushes?groupId={GroupId}&top=200"));
        var next = list.Json.GetProperty("items").EnumerateArray()
            .Where(push => Open.Contains(Text(push, "state"), StringComparer.Ordinal))
            .OrderBy(push => push.GetProperty("plannedAt").GetDateTimeOffset())
            .Take(Nearest)
            .ToList();
        if (next.Count == 0) return;
        var mood = new Random(Mood);
        var push = next[mood.Next(next.Count)];
        var (id, state) = (Text(push, "id"), Text(push, "state"));
        var (command, at, body) = Draw(mood, state, world.Clock.Now);
        if (command == "confirm") world.WeCom?.Posts.SendPush(push);
        var answer = await world.Sender.SendUntilAcknowledgedAsync(
            $"{command} {id}",
            () => Sender.Create("POST", $"/api/pushes/{id}/{command}", body));
        // An instant that passed while no instance answered is refused.
        var isTooLate = answer.Status == 400 && at <= world.Clock.Now;
        if (answer.Status >= 400 && answer.Status != 409 && !isTooLate)
            world.Violate(
                "the app accepts the operator's requests",
                $"{command} {id} was answered {answer.Status}: {answer.Text}");
        if (command == "skip" && answer.Status == 200) world.SkippedPushes.Add(id);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} command to a push of {GroupId}");

    static (string Command, DateTimeOffset? At, object Body) Draw(Random mood, string state, DateTimeOffset now)
    {
        const string By = "小李";
        const string Reason = "客户要求";
        if (state == "AwaitingStaff" && mood.NextDouble() < 0.7) return ("confirm", null, new { by = By });
        if (state == "Held" && mood.NextDouble() < 0.7) return ("release", null, new { by = By });
        var at = now.AddMinutes(mood.Next(20, 600));
        return mood.Next(6) switch
        {
            0 => ("hold", null, new { by = By }),
            1 => ("skip", null, new { by = By, reason = Reason }),
            2 => ("send-now", null, new { by = By }),
            3 => ("send-now", null, new { by = By, reason = Reason, overrides = (string[])["Spacing", "Reuse"] }),
            4 => ("move", at, new { by = By, at }),
            _ => ("replace", null, new { by = By, contentId = "water" }),
        };
    }

    static string Text(JsonElement push, string name) => push.GetProperty(name).GetString()!;
}
