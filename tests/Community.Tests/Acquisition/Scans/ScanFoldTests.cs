using Community.Acquisition.Scans;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Acquisition.Scans;

public class ScanFoldTests
{
    const int BatchCodes = 1_500;

    static readonly Gen<IReadOnlyDictionary<string, int>> Batch =
        from first in Gen.Choose(0, 9_000)
        from size in Gen.Choose(1, BatchCodes)
        select (IReadOnlyDictionary<string, int>)Enumerable.Range(first, size)
            .ToDictionary(code => $"{code:d10}", code => (code % 3) + 1);

    [Fact]
    public void Parts_hold_every_scan_once_and_stay_within_their_limit() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(Gen.ListOf(Batch).ToArbitrary(), batches =>
        {
            var parts = FoldAll([.. batches]);
            Assert.Equal(batches.Sum(Sum), parts.Sum(Sum));
            Assert.All(parts, part => Assert.InRange(part.Count, 1, ScanFoldRules.MaxCodes));
        }));

    [Fact]
    public void Batches_of_the_same_codes_share_one_part()
    {
        var batch = Enumerable.Range(0, BatchCodes).ToDictionary(code => $"{code:d10}", _ => 1);

        Assert.Single(FoldAll([.. Enumerable.Repeat(batch, 99)]));
    }

    static List<IReadOnlyDictionary<string, int>> FoldAll(List<IReadOnlyDictionary<string, int>> batches)
    {
        List<IReadOnlyDictionary<string, int>> parts = [];
        while (batches.Count > 0)
        {
            var fold = ScanFoldRules.Fold(parts.LastOrDefault(), batches);
            if (!fold.IsNewPart) parts.RemoveAt(parts.Count - 1);
            parts.Add(fold.Codes);
            batches.RemoveRange(0, fold.Batches);
        }

        return parts;
    }

    static int Sum(IReadOnlyDictionary<string, int> codes) => codes.Values.Sum();
}
