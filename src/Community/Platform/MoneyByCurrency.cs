using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Community.Platform;

/// <summary>
/// Amounts in minor units by ISO 4217 currency, which are never added across currencies. A currency whose amounts add
/// up to zero is left out. As JSON it is an object such as <c>{"CNY":5990,"JPY":500}</c>.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class MoneyByCurrency : IEquatable<MoneyByCurrency>
{
    readonly ImmutableSortedDictionary<string, long> amounts;

    MoneyByCurrency(ImmutableSortedDictionary<string, long> amounts) => this.amounts = amounts;

    public static MoneyByCurrency None { get; } =
        new(ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>The amounts in order of currency.</summary>
    public IReadOnlyDictionary<string, long> Amounts => amounts;

    /// <summary>The amount when there is at most one currency; null for several.</summary>
    public long? Single => amounts.Count switch
    {
        0 => 0,
        1 => amounts.Values.Single(),
        _ => null,
    };

    public static MoneyByCurrency Of(long minor, string currency) => None.Add(minor, currency);

    public MoneyByCurrency Add(long minor, string currency)
    {
        var sum = amounts.GetValueOrDefault(currency) + minor;
        return new(sum == 0 ? amounts.Remove(currency) : amounts.SetItem(currency, sum));
    }

    public MoneyByCurrency Add(MoneyByCurrency other) =>
        other.amounts.Aggregate(this, (sum, amount) => sum.Add(amount.Value, amount.Key));

    public MoneyByCurrency Subtract(MoneyByCurrency other) =>
        other.amounts.Aggregate(this, (sum, amount) => sum.Add(-amount.Value, amount.Key));

    public bool Equals(MoneyByCurrency? other) => other is not null && amounts.SequenceEqual(other.amounts);

    public override bool Equals(object? obj) => Equals(obj as MoneyByCurrency);

    public override int GetHashCode() =>
        amounts.Aggregate(0, (hash, amount) => HashCode.Combine(hash, amount.Key, amount.Value));

    public override string ToString() =>
        string.Join(' ', amounts.Select(amount => FormattableString.Invariant($"{amount.Key} {amount.Value}")));

    sealed class Converter : JsonConverter<MoneyByCurrency>
    {
        public override MoneyByCurrency Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<Dictionary<string, long>>(ref reader, options)!
                .Aggregate(None, (sum, amount) => sum.Add(amount.Value, amount.Key));

        public override void Write(Utf8JsonWriter writer, MoneyByCurrency value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (currency, minor) in value.amounts) writer.WriteNumber(currency, minor);
            writer.WriteEndObject();
        }
    }
}
