using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Figures;

/// <summary>Runs the benchmarks that the command line names, or all but those that run only by name.</summary>
public sealed class BenchmarkRun(IReadOnlyList<Benchmark> benchmarks, TextWriter output, TextWriter errors)
{
    /// <summary>The exit code: 0 when every target is met, else 1.</summary>
    public async Task<int> RunAsync(string[] args)
    {
        if (args is ["--list"]) return await ListAsync();
        var option = args.IndexOf("--json");
        var file = option >= 0 ? args.ElementAtOrDefault(option + 1) : null;
        var names = option >= 0 ? args[..option] : args;
        if (Refusal(names, isFileMissing: option >= 0 && file is null) is { } refusal)
        {
            await errors.WriteLineAsync(refusal);
            return 1;
        }

        List<Figure> figures = [];
        foreach (var benchmark in Selected(names)) figures.AddRange(await MeasureAsync(benchmark));
        await output.WriteLineAsync(FigureTable.From(figures));
        if (file is not null)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return figures.TrueForAll(figure => figure.Met != false) ? 0 : 1;
    }

    async Task<int> ListAsync()
    {
        var width = benchmarks.Max(benchmark => benchmark.Name.Length);
        foreach (var benchmark in benchmarks)
        {
            var remark = benchmark.OnlyByName ? " (only by name)" : "";
            await output.WriteLineAsync($"{benchmark.Name.PadRight(width)}  {benchmark.Measures}{remark}");
        }

        return 0;
    }

    string? Refusal(string[] names, bool isFileMissing)
    {
        if (isFileMissing) return "Option '--json' needs the name of a file.";
        var unknown = Array.Find(names, name => !benchmarks.Any(benchmark => benchmark.Name == name));
        return unknown is null
            ? null
            : $"There is no benchmark '{unknown}'; there are "
                + $"{string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}.";
    }

    IEnumerable<Benchmark> Selected(string[] names) => names.Length > 0
        ? benchmarks.Where(benchmark => names.Contains(benchmark.Name, StringComparer.Ordinal))
        : benchmarks.Where(benchmark => !benchmark.OnlyByName);

    async Task<IReadOnlyList<Figure>> MeasureAsync(Benchmark benchmark)
    {
        await output.WriteLineAsync($"{benchmark.Name}: {benchmark.Measures}");
        var started = Stopwatch.GetTimestamp();
        var figures = await benchmark.MeasureAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{benchmark.Name}: {seconds:0.0} s"));
        return figures;
    }
}
