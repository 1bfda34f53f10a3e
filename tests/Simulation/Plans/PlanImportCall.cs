using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;
using Simulation.Workloads;

namespace Simulation.Plans;

/// <summary>
/// An administrator imports plans, and an edited version after a pause. Each import is repeated until it is answered.
/// </summary>
sealed record PlanImportCall(TimeSpan At, TimeSpan Pause) : SimulatedEvent(At)
{
    public override async Task PlayEventAsync(World world)
    {
        for (var version = 1; version <= 2; version++)
        {
            var document = PlanImportWorkload.Document(world.Clock.Start, version);
            var answer = await world.Sender.SendUntilAcknowledgedAsync(
                $"plans {version}",
                () => Sender.Create("POST", "/api/import?dryRun=false&overwrite=true", document));
            if (answer.Status == 200 && answer.Json.GetProperty("counts").GetProperty("refused").GetInt32() == 0)
                world.ImportedPlans = document;
            else
                world.Violate(
                    "the app accepts documents of plans", $"{this} was answered {answer.Status}: {answer.Text}");
            await world.Clock.DelayAsync(Pause);
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} import of plans, and again after {Pause}");
}
