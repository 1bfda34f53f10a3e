using Community.Transfer;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Transfer;

public sealed class ImportRulesTests
{
    static readonly Gen<ImportComparison?> Comparisons =
        from differences in Gen.SubListOf("name", "capacity", "kind")
        from final in Gen.SubListOf<string>([.. differences])
        from isStored in Gen.Elements(true, false)
        select isStored ? new ImportComparison([.. differences], [.. final]) : null;

    static readonly Gen<(ImportComparison? Comparison, bool HasFaults, ImportMode Mode)> Things =
        from comparison in Comparisons
        from hasFaults in Gen.Elements(true, false)
        from isDryRun in Gen.Elements(true, false)
        from overwrites in Gen.Elements(true, false)
        select (comparison, hasFaults, new ImportMode(isDryRun, overwrites));

    [Theory]
    [Seeds(1, 2)]
    public void Thing_at_fault_is_refused_and_no_other_thing_that_is_new_or_the_same(ulong seed) =>
        Property.Check(seed, Things, thing =>
        {
            var outcome = ImportRules.Decide(thing.Comparison, thing.HasFaults, thing.Mode);
            if (thing.HasFaults) Assert.Equal(ImportOutcome.Refused, outcome);
            else if (thing.Comparison is null) Assert.Equal(ImportOutcome.New, outcome);
            else if (thing.Comparison.Differences.Count == 0) Assert.Equal(ImportOutcome.Exists, outcome);
        });

    [Theory]
    [Seeds(1, 2)]
    public void Nothing_is_written_over_unless_asked_and_no_final_field_ever(ulong seed) =>
        Property.Check(seed, Things, thing =>
        {
            var outcome = ImportRules.Decide(thing.Comparison, thing.HasFaults, thing.Mode);
            if (outcome is not ImportOutcome.Differs || thing.Mode.IsDryRun) return;
            Assert.True(thing.Mode.Overwrites);
            Assert.Empty(thing.Comparison!.Final);
        });

    [Theory]
    [Seeds(1, 2)]
    public void Dry_run_tells_what_the_import_that_overwrites_does(ulong seed) =>
        Property.Check(seed, Things, thing => Assert.Equal(
            ImportRules.Decide(thing.Comparison, thing.HasFaults, new ImportMode(IsDryRun: false, Overwrites: true)),
            ImportRules.Decide(thing.Comparison, thing.HasFaults, new ImportMode(IsDryRun: true, Overwrites: true))));

    [Theory]
    [InlineData("a", null, true, BrandRelation.Empty)]
    [InlineData("a", "b", true, BrandRelation.Empty)]
    [InlineData("a", "a", false, BrandRelation.Same)]
    [InlineData("a", "b", false, BrandRelation.Other)]
    [InlineData("a", null, false, BrandRelation.Other)]
    public void Store_that_is_empty_takes_over_any_brand(
        string document, string? stored, bool isEmpty, BrandRelation expected)
    {
        var relation = ImportRules.Relate(document, stored, isEmpty);

        Assert.Equal(expected, relation);
        Assert.Equal(relation is not BrandRelation.Other, ImportRules.KeepsCodes(relation));
    }
}
