namespace Simulation.Commands;

/// <summary>Plays one seed again, with its timeline where that is asked for.</summary>
static class OneSeed
{
    public static async Task<int> RunAsync(int seed, bool trace)
    {
        var done = await Workers.DoAsync(new Work(seed) { KeepTrace = trace });
        foreach (var line in done.Outcome.Trace) Console.WriteLine(line);
        Report(done);
        return done.IsSound ? 0 : 1;
    }

    public static void Report(Done done)
    {
        Console.WriteLine(FormattableString.Invariant($"seed {done.Outcome.Seed}: {done.Outcome.Crossings} requests to storage, {done.Outcome.Lines} lines, digest {done.Outcome.Digest}"));
        foreach (var violation in done.Outcome.Violations) Console.WriteLine($"  VIOLATED {violation}");
        foreach (var happening in done.Events) Console.WriteLine($"    {happening}");
        if (done.Failure is { } failure) Console.WriteLine($"  FAILED {failure}");
    }
}
