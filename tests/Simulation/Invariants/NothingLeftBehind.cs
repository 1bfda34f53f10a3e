using LocalRuntime.Store;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Invariants;

sealed class NothingLeftBehind : IInvariant
{
    public string Name => "no message is left in a queue";

    public string Reason => "After faults stop, every message is handled; a message that is left is a lost event.";

    public async IAsyncEnumerable<string> FindViolationsAsync(World world, ApiReader reader)
    {
        const string Left =
            "SELECT q.name, count(*), min(m.text) FROM queue_messages m JOIN queues q ON q.id = m.queue_id WHERE "
            + "m.visible_on <= $1 OR q.name LIKE '%-poison' GROUP BY q.name";
        foreach (
            var (queue, count, text) in world.Store.Read(connection =>
                connection.Query(
                    Left,
                    row => (row.GetString(0), row.GetInt32(1), row.GetString(2)),
                    world.Clock.Now.UtcTicks)))
            yield return $"{queue} still holds {count}: "
                + $"{System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text))}";
        foreach (var kept in await reader.ListAsync("/api/poisoned-messages"))
            yield return $"a message of {kept.GetProperty("queue")} waits for an operator: "
                + $"{kept.GetProperty("reason")}";
    }
}
