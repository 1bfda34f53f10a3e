using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Instances;

namespace Simulation.Runs;

/// <summary>The lines of a run in order. Two runs of one seed are compared by the digest of all lines.</summary>
sealed class Trace(SimulatedClock clock, bool keep) : IDisposable
{
    readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly TraceText text = new();
    readonly List<string> lines = [];

    public bool IsKept => keep;

    public IReadOnlyList<string> Lines => lines;

    public int Count { get; private set; }

    public string Digest => Convert.ToHexStringLower(digest.GetCurrentHash())[..16];

    /// <summary>Replaces a random text by a name in later lines, so that equal runs have equal lines.</summary>
    public void Name(string random, string name) => text.Name(random, name);

    public void Add(string line)
    {
        Count++;
        var at = (clock.Now - clock.Start).ToString("d\\.hh\\:mm\\:ss\\.fff", CultureInfo.InvariantCulture);
        var full = $"{at}  {text.Normalize(line)}\n";
        digest.AppendData(Encoding.UTF8.GetBytes(full));
        if (keep) lines.Add(full[..^1]);
    }

    /// <summary>Adds a line without adding it to the digest, such as a stack trace.</summary>
    public void AddDetail(string line) => lines.Add($"            {line.ReplaceLineEndings("\n            ")}");

    public void Dispose() => digest.Dispose();
}
