using System.Globalization;
namespace Simulation.Commands;

/// <summary>Plays one seed and prints its trace on request.</summary>
static class OneSeed
{
    public static async Task<int> RunAsync(int seed, bool trace)
    {
        var done = await Workers.RunAsync(new WorkItem(seed) { KeepTrace = trace });
        foreach (var line in done.Outcome.Trace) Console.WriteLine(line);
        Report(done);
        return done.IsSound ? 0 : 1;
    }

    public static void Report(WorkResult done) => Console.Write(Text(done));

    public static string Text(WorkResult done)
    {
        List<string> lines =
        [
            string.Create(
CultureInfo.InvariantCulture,
                $"seed {done.Outcome.Seed}: {done.Outcome.Requests} requests to storage, {done.Outcome.Lines} lines, "
                + $"digest {done.Outcome.Digest}"),
            .. done.Outcome.Violations.Select(violation => $"  VIOLATED {violation}"),
            .. done.Events.Select(simulatedEvent => $"    {simulatedEvent}"),
        ];
        if (done.Failure is { } failure) lines.Add($"  FAILED {failure}");
        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }
}
