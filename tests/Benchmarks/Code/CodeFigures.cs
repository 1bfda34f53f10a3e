using System.Globalization;
using Benchmarks.Figures;
using FunctionsApp;

namespace Benchmarks.Code;

/// <summary>
/// How the code is built: cycles between folders, files behind one event, long lines, comments, sizes.
/// </summary>
static class CodeFigures
{
    const string JoinHandler = "FunctionsApp.Events.ChannelEvents.MemberJoinedHandler";
    const int ReachedLimit = 45;
    const int LineLength = 120;
    const double LongLineLimit = 0.005;
    const double CommentLimit = 0.12;
    const int ReadmeLimit = 150;
    const int LocalRuntimeLimit = 7_700;

    public static Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        using var code = new CompiledCode(typeof(CommunityApp).Assembly.Location);
        return Task.FromResult<IReadOnlyList<Figure>>([
            Modules(code),
            UseCases(code),
            ReachedByJoin(code),
            LongLines(),
            Comments(),
            Readme(),
            LocalRuntime(),
        ]);
    }

    static Figure Modules(CompiledCode code)
    {
        var (modules, inCycle) = FolderCycles.Find(code, depth: 1);
        return new(
            "Modules of FunctionsApp in a cycle",
            Text(inCycle.Count),
            "= 0",
            inCycle.Count == 0,
            $"of {modules.Count} modules, by the uses between their types{List(inCycle)}");
    }

    static Figure UseCases(CompiledCode code)
    {
        var (folders, inCycle) = FolderCycles.Find(code, depth: 2);
        return Figure.ForInformation(
            "Use-case folders of FunctionsApp in a cycle",
            Text(inCycle.Count),
            $"of {folders.Count} folders, a module's own files counted as one{List(inCycle)}");
    }

    static Figure ReachedByJoin(CompiledCode code)
    {
        var files = ReachedFiles.From(
            code,
            JoinHandler,
            new SourceTypes(Path.Combine(SourceFiles.Root, "src", "FunctionsApp")));
        return new(
            "Files of FunctionsApp reached by a join",
            Text(files.Count),
            Text(ReachedLimit, "< "),
            files.Count < ReachedLimit,
            $"from {JoinHandler} by constructors, methods and property accessors: "
            + $"{string.Join(", ", files.Select(Path.GetFileNameWithoutExtension))}");
    }

    static Figure LongLines()
    {
        var lines = SourceFiles.LinesOf("src", "tests");
        return Share(
            $"C# lines of more than {LineLength} characters",
            lines.Count(line => line.Length > LineLength),
            lines.Count,
            LongLineLimit);
    }

    static Figure Comments()
    {
        var lines = SourceFiles.LinesOf(Path.Combine("src", "Community"));
        return Share(
            "Comment lines of Community",
            lines.Count(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)),
            lines.Count,
            CommentLimit);
    }

    static Figure Readme()
    {
        var lines = File.ReadLines(Path.Combine(SourceFiles.Root, "README.md")).Count();
        return new("Lines of the README", Text(lines), Text(ReadmeLimit, "<= "), lines <= ReadmeLimit, "README.md");
    }

    static Figure LocalRuntime()
    {
        var lines = SourceFiles.LinesOf(Path.Combine("src", "LocalRuntime")).Count;
        return new(
            "Lines of LocalRuntime",
            Text(lines),
            Text(LocalRuntimeLimit, "< "),
            lines < LocalRuntimeLimit,
            "every line of its C# files");
    }

    static Figure Share(string name, int part, int whole, double limit)
    {
        var share = (double)part / whole;
        return new(
            name,
            share.ToString("0.00 %", CultureInfo.InvariantCulture),
            limit.ToString("'<' 0.0 %", CultureInfo.InvariantCulture),
            share < limit,
            string.Create(CultureInfo.InvariantCulture, $"{part} of {whole} lines"));
    }

    static string Text(int number, string prefix = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");

    static string List(IReadOnlyList<string> names) => names.Count == 0 ? "" : $": {string.Join(", ", names)}";
}
