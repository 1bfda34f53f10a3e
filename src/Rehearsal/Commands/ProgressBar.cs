using System.Globalization;

namespace Rehearsal.Commands;

/// <summary>
/// Shows on standard error how much of the work is done and how long the rest takes. Without a terminal it writes one
/// line for each tenth.
/// </summary>
sealed class ProgressBar(string title, int works, TimeProvider clock)
{
    const int Width = 30;

    readonly Lock sync = new();
    readonly long began = clock.GetTimestamp();
    readonly double[] shares = new double[works];
    int shown = -1;

    /// <summary>Notes the share of a work that is done, 0 to 1.</summary>
    public void Note(int work, double share)
    {
        lock (sync)
        {
            shares[work] = Math.Max(shares[work], share);
            var done = shares.Sum() / works;
            var steps = Console.IsErrorRedirected ? (int)(done * 10) : (int)(done * 100);
            if (steps == shown) return;
            shown = steps;
            Console.Error.Write(Text(done) + (Console.IsErrorRedirected || done >= 1 ? Environment.NewLine : "\r"));
        }
    }

    string Text(double done)
    {
        var filled = (int)(done * Width);
        var left = done is 0 or >= 1
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", {Left(done).TotalSeconds:0} s left");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{title} [{new string('#', filled)}{new string('-', Width - filled)}] {done * 100,3:0} %{left}   ");
    }

    TimeSpan Left(double done) => clock.GetElapsedTime(began) * ((1 - done) / done);
}
