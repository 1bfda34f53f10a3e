using System.Text.Json;
using FunctionsApp.Insights.Rehearsals;
using Rehearsal.Behaviour;
using Rehearsal.Plans;
using Rehearsal.Reports;
using Rehearsal.Runs;
using Rehearsal.Workers;

namespace Rehearsal.Commands;

/// <summary>Rehearses a document of plans and writes the report.</summary>
static class RehearsalCommand
{
    const int ExitRefused = 2;

    // Influences need many runs, so they are looked for with fewer people.
    const int InfluenceMembers = 300;
    const int InfluenceSeeds = 2;

    static readonly TimeSpan AfterLastInstant = TimeSpan.FromHours(2);

    /// <summary>The exit code: 0, or 2 with the faults on standard error.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await RunAsync(RehearsalOptions.Parse(args));
            return 0;
        }
        catch (RehearsalRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return ExitRefused;
        }
    }

    static async Task RunAsync(RehearsalOptions options)
    {
        var behaviour = ReadBehaviour(options);
        using var pool = new WorkerPool(WorkerProgram.Current);
        var request = await ReadRequestAsync(options, options.Plans, behaviour, period: null, pool);
        var other = options.Against is { } path
            ? await ReadRequestAsync(options, path, behaviour, (request.From, request.To), pool)
            : null;
        var runs = await PlayAsync("rehearsal", request, options.Seeds, pool, isDetailed: true);
        var report = ReportBuilder.Build(request, runs);
        if (other is not null)
        {
            var others = await PlayAsync("other plans", other, options.Seeds, pool, isDetailed: false);
            report = report with { Comparison = PlanComparison.Compare(runs, other.Plans.Digest, others) };
        }

        if (options.Sensitivity)
        {
            report = report with
            {
                Sensitivity = await FindInfluencesAsync(request, options, pool),
            };
        }

        var written = await ReportFolder.WriteAsync(options.Report, report, runs[0].Messages!);
        await Console.Out.WriteLineAsync(ReportSummary.Text(report, written));
    }

    static PeopleBehaviour ReadBehaviour(RehearsalOptions options)
    {
        List<string> faults = [];
        var behaviour = BehaviourReader.Defaults;
        if (options.BehaviourFrom is { } figures)
            behaviour = BehaviourFit.Fit(behaviour, ReadText(figures), fault => faults.Add($"{figures}: {fault}"));
        if (options.Behaviour is { } file)
            behaviour = BehaviourReader.Read(behaviour, ReadText(file), file, fault => faults.Add($"{file}: {fault}"));
        return faults.Count == 0 ? behaviour : throw new RehearsalRefusedException(faults);
    }

    static async Task<RehearsalRequest> ReadRequestAsync(
        RehearsalOptions options,
        string path,
        PeopleBehaviour behaviour,
        (DateTimeOffset? From, DateTimeOffset? To)? period,
        WorkerPool pool)
    {
        var bytes = ReadBytes(path);
        var plans = TryRead(bytes);
        var (from, to) = period ?? PeriodOf(options, plans);
        if (await pool.CheckAsync(bytes, from ?? TimeProvider.System.GetUtcNow()) is { Count: > 0 } faults)
            throw new RehearsalRefusedException([.. faults.Select(fault => $"{path}: {fault}")]);
        if (from is null || to is null)
            throw new RehearsalRefusedException([$"{path}: names no instant; give --from and --to."]);
        if (to <= from) throw new RehearsalRefusedException(["--to must lie after --from."]);
        return new RehearsalRequest(plans!, behaviour, from.Value, to.Value, options.Members);
    }

    static RehearsedPlans? TryRead(byte[] bytes)
    {
        try
        {
            return RehearsedPlans.Read(bytes);
        }
        catch (JsonException)
        {
            return null; // the check of the import says where
        }
    }

    // An instant is null where neither an option nor the plans name it.
    static (DateTimeOffset? From, DateTimeOffset? To) PeriodOf(RehearsalOptions options, RehearsedPlans? plans)
    {
        var found = plans?.FindPeriod();
        var zone = plans?.Zone ?? TimeZoneInfo.Utc;
        var from = options.From is { } first ? RehearsalOptions.InstantOf(first, zone) : found?.First;
        var to = options.To is { } last ? RehearsalOptions.InstantOf(last, zone) : found?.Last + AfterLastInstant;
        return (from, to);
    }

    static async Task<RunResult[]> PlayAsync(
        string title, RehearsalRequest request, int seeds, WorkerPool pool, bool isDetailed)
    {
        var bar = new ProgressBar(title, seeds, TimeProvider.System);
        var subject = WorkerSubject.Of(request);
        return await Task.WhenAll(Enumerable.Range(0, seeds).Select(index => pool.PlayAsync(
            subject, new WorkerSeed(index + 1, isDetailed && index == 0), share => bar.Note(index, share))));
    }

    static async Task<IReadOnlyList<RehearsalInfluence>> FindInfluencesAsync(
        RehearsalRequest request, RehearsalOptions options, WorkerPool pool)
    {
        var variations = Influences.VariationsOf(request.Behaviour);
        var seeds = Math.Min(InfluenceSeeds, options.Seeds);
        var bar = new ProgressBar("sensitivity", variations.Count * seeds, TimeProvider.System);
        var played = await Task.WhenAll(variations.Select(async (variation, index) =>
        {
            var subject = WorkerSubject.Of(request with
            {
                Behaviour = variation.ApplyTo(request.Behaviour),
                Members = Math.Min(InfluenceMembers, request.Members),
            });
            var runs = await Task.WhenAll(Enumerable.Range(0, seeds).Select(seed => pool.PlayAsync(
                subject,
                new WorkerSeed(seed + 1, IsDetailed: false),
                share => bar.Note((index * seeds) + seed, share))));
            return (variation, (IReadOnlyList<RunResult>)runs);
        }));
        return Influences.Rank(played);
    }

    static string ReadText(string path) => System.Text.Encoding.UTF8.GetString(ReadBytes(path));

    static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RehearsalRefusedException([$"{path}: {failure.Message}"]);
        }
    }
}
