using Azure.Data.Tables;
using Community.Tests;
using FsCheck;
using FsCheck.Fluent;
using LocalRuntime.Tables.Embedded;
using LocalRuntime.Tables.Filters;
using Property = Community.Tests.Property;

namespace LocalRuntime.Tests.Tables;

/// <summary>Properties of filters and keys, over generated values. The test's name contains the seed.</summary>
public sealed class FilterProperties
{
    static readonly Gen<string> Keys = Gen.Elements("", "a", "aa", "b", "it's", "中", "\uFF21", "𠮷");

    static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get);

    static readonly Gen<Filter> KeyComparisons =
        from property in Gen.Elements("PartitionKey", "RowKey")
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from key in Keys
        select (Filter)new Filter.Comparison(property, comparison, key);

    [Theory]
    [Seeds(1, 2)]
    public void Filter_finds_the_value_that_it_contains(ulong seed)
    {
        Finds<string>(seed);
        Finds<int>(seed);
        Finds<long>(seed);
        Finds<bool>(seed);
        Finds<Guid>(seed);
        Finds<DateTimeOffset>(seed);
        Finds<NormalFloat>(seed, value => value.Get);
        Finds<byte[]>(seed);
    }

    [Theory]
    [Seeds(1, 2)]
    public void Filter_compares_a_text_as_a_whole(ulong seed) =>
        Property.Check(seed, Texts.Zip(Texts), pair =>
        Assert.Equal(pair.Item1 == pair.Item2, Parsed($"A eq {pair.Item1}").Matches(With(pair.Item2))));

    [Theory]
    [Seeds(1, 2)]
    public void Stored_keys_sort_as_the_service_sorts_them(ulong seed) => Property.Check(seed, Texts.Zip(Texts), pair =>
    {
        var (a, b) = pair;
        Assert.Equal(
            Math.Sign(string.CompareOrdinal(a, b)),
            Math.Sign(KeyBytes.From(a).AsSpan().SequenceCompareTo(KeyBytes.From(b))));
        Assert.Equal(a, KeyBytes.ToKey(KeyBytes.From(a)));
    });

    [Theory]
    [Seeds(1, 2, 3, 4, 5, 6)]
    public void Key_range_of_a_filter_contains_all_matches(ulong seed) =>
        Property.Check(seed, Filters(3).Zip(Keys.Zip(Keys)), found =>
    {
        var (filter, (partitionKey, rowKey)) = found;
        var range = KeyRange.From(filter);
        var isWithin = Within(partitionKey, range.FirstPartition, range.LastPartition)
            && Within(rowKey, range.FirstRow, range.LastRow);
        Assert.True(isWithin || !filter.Matches(property => property == "PartitionKey" ? partitionKey : rowKey));
    });

    static Gen<Filter> Filters(int depth) => depth == 0
        ? KeyComparisons
        : Gen.OneOf(
            KeyComparisons,
            from left in Filters(depth - 1) from right in Filters(depth - 1) select (Filter)new Filter.And(left, right),
            from left in Filters(depth - 1) from right in Filters(depth - 1) select (Filter)new Filter.Or(left, right),
            from inner in Filters(depth - 1) select (Filter)new Filter.Not(inner));

    static bool Within(string key, string? first, string? last) =>
        (first is null || string.CompareOrdinal(key, first) >= 0)
        && (last is null || string.CompareOrdinal(key, last) <= 0);

    static void Finds<T>(ulong seed) => Finds<T>(seed, value => value!);

    static void Finds<T>(ulong seed, Func<T, object> unwrap) => Property.Check(
        seed,
        ArbMap.Default.GeneratorFor<T>().Where(value => value is not null),
        value => Assert.True(Parsed($"A eq {unwrap(value)}").Matches(With(unwrap(value)))));

    static Filter Parsed(FormattableString filter) => FilterParser.Parse(TableClient.CreateQueryFilter(filter));

    static Func<string, object?> With(object value) => property => property == "A" ? value : null;
}
