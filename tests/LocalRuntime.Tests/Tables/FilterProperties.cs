using Azure.Data.Tables;
using FsCheck;
using FsCheck.Fluent;
using LocalRuntime.Tables;

namespace LocalRuntime.Tests.Tables;

/// <summary>Laws of filters and keys, over generated values. A failure prints the seed that repeats it.</summary>
public sealed class FilterProperties
{
    static readonly Gen<string> Keys = Gen.Elements("", "a", "aa", "b", "it's", "中", "\uFF21", "𠮷");

    static readonly Gen<Filter> KeyComparisons =
        from property in Gen.Elements("PartitionKey", "RowKey")
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from key in Keys
        select (Filter)new Filter.Comparison(property, comparison, key);

    [Fact]
    public void A_value_written_into_a_filter_is_found_by_it()
    {
        Finds<string>();
        Finds<int>();
        Finds<long>();
        Finds<bool>();
        Finds<Guid>();
        Finds<DateTimeOffset>();
        Finds<NormalFloat>(value => value.Get);
        Finds<byte[]>();
    }

    [Fact]
    public void A_text_written_into_a_filter_is_compared_as_a_whole() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (value, other) =>
        Parsed($"A eq {value.Get}").Matches(With(other.Get)) == (value.Get == other.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Stored_keys_sort_as_the_service_sorts_them() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (a, b) =>
        Math.Sign(KeyBytes.Of(a.Get).AsSpan().SequenceCompareTo(KeyBytes.Of(b.Get))) == Math.Sign(string.CompareOrdinal(a.Get, b.Get))
        && KeyBytes.ToKey(KeyBytes.Of(a.Get)) == a.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void The_range_of_a_filter_holds_all_of_its_matches() => Prop.ForAll(Arb.From(Filters(3)), Arb.From(Keys), Arb.From(Keys), (filter, partitionKey, rowKey) =>
    {
        var range = KeyRange.Of(filter);
        var isWithin = Within(partitionKey, range.FirstPartition, range.LastPartition) && Within(rowKey, range.FirstRow, range.LastRow);
        return isWithin || !filter.Matches(new StoredEntity(partitionKey, rowKey, null, default, new Dictionary<string, object>()));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    static Gen<Filter> Filters(int depth) => depth == 0
        ? KeyComparisons
        : Gen.OneOf(
            KeyComparisons,
            from left in Filters(depth - 1) from right in Filters(depth - 1) select (Filter)new Filter.And(left, right),
            from left in Filters(depth - 1) from right in Filters(depth - 1) select (Filter)new Filter.Or(left, right),
            from inner in Filters(depth - 1) select (Filter)new Filter.Not(inner));

    static bool Within(string key, string? first, string? last) =>
        (first is null || string.CompareOrdinal(key, first) >= 0) && (last is null || string.CompareOrdinal(key, last) <= 0);

    static void Finds<T>() => Finds<T>(value => value!);

    static void Finds<T>(Func<T, object> unwrap) => Prop.ForAll(ArbMap.Default.ArbFor<T>().Filter(value => value is not null), value =>
        Parsed($"A eq {unwrap(value)}").Matches(With(unwrap(value)))).QuickCheckThrowOnFailure();

    static Filter Parsed(FormattableString filter) => FilterParser.Parse(TableClient.CreateQueryFilter(filter));

    static StoredEntity With(object value) => new("p", "r", null, default, new Dictionary<string, object> { ["A"] = EntityValue.ToStored("A", value) });
}
