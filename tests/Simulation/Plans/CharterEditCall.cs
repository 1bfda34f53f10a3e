using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>An operator changes how often the service of a group comes, after the edit before was answered.</summary>
sealed record CharterEditCall(TimeSpan At, string GroupId, int Number) : SimulatedEvent(At)
{
    /// <summary>The rhythm after this number of edits.</summary>
    public static string RhythmOf(int number) => string.Create(CultureInfo.InvariantCulture, $"每 {number} 天一款新茶");

    public override async Task PlayEventAsync(World world)
    {
        while (world.CharterEdits < Number - 1) await world.Clock.DelayAsync(TimeSpan.FromMinutes(1));
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{this}", () => Sender.Create(
            "PATCH", $"/api/groups/{GroupId}", new { charter = new { rhythm = RhythmOf(Number) }, by = "小王" }));
        if (answer.IsSuccess) world.CharterEdits = Number;
        else
            world.Violate(
                "the app accepts the operator's requests", $"{this} was answered {answer.Status}: {answer.Text}");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} edit {Number} of the charter of {GroupId}");
}
