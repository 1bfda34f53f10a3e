using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Lives;

namespace Simulation.Runs;

/// <summary>The run's timeline. Its digest is that of every line, so two runs of one seed can be compared without keeping either.</summary>
sealed class Trace(SimulatedClock clock, bool keep) : IDisposable
{
    readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly TraceText text = new();
    readonly List<string> lines = [];

    public bool IsKept => keep;

    public IReadOnlyList<string> Lines => lines;

    public int Count { get; private set; }

    /// <summary>The digest of every line so far.</summary>
    public string Digest => Convert.ToHexStringLower(digest.GetCurrentHash())[..16];

    /// <summary>What random letters stand for, so that the same run reads the same.</summary>
    public void Name(string random, string name) => text.Name(random, name);

    public void Add(string line)
    {
        Count++;
        var at = (clock.Now - clock.Start).ToString("d\\.hh\\:mm\\:ss\\.fff", CultureInfo.InvariantCulture);
        var full = $"{at}  {text.Of(line)}\n";
        digest.AppendData(Encoding.UTF8.GetBytes(full));
        if (keep) lines.Add(full[..^1]);
    }

    /// <summary>A line for the reader alone, such as a stack trace.</summary>
    public void AddAside(string line) => lines.Add($"            {line.ReplaceLineEndings("\n            ")}");

    public void Dispose() => digest.Dispose();
}
