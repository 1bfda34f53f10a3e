using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>An entity without a class of its own: properties by name.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The official name.")]
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    const string EtagProperty = "odata.etag";

    readonly Dictionary<string, object> properties;

    /// <summary>An entity without keys.</summary>
    public TableEntity()
        : this(new Dictionary<string, object>(StringComparer.Ordinal))
    {
    }

    /// <summary>An entity with its keys.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this() => (PartitionKey, RowKey) = (partitionKey, rowKey);

    /// <summary>An entity with a copy of the values, keys included.</summary>
    public TableEntity(IDictionary<string, object> values) => properties = new Dictionary<string, object>(values, StringComparer.Ordinal);

    /// <inheritdoc />
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => properties[nameof(PartitionKey)] = value;
    }

    /// <inheritdoc />
    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => properties[nameof(RowKey)] = value;
    }

    /// <inheritdoc />
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => properties[nameof(Timestamp)] = value!;
    }

    /// <inheritdoc />
    public ETag ETag
    {
        get => GetString(EtagProperty) is { } value ? new ETag(value) : default;
        set => properties[EtagProperty] = value.ToString();
    }

    /// <inheritdoc />
    public ICollection<string> Keys => properties.Keys;

    /// <inheritdoc />
    public int Count => properties.Count;

    /// <inheritdoc />
    ICollection<object> IDictionary<string, object>.Values => properties.Values;

    /// <inheritdoc />
    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>The property's value; null when the entity has no such property.</summary>
    public object this[string key]
    {
        get => properties.GetValueOrDefault(key)!;
        set => properties[key] = value;
    }

    /// <summary>The text; null when absent. Another type than the one asked for is an <see cref="InvalidOperationException"/>, here and below.</summary>
    public string? GetString(string key) => Class<string>(key);

    /// <summary>The 32-bit integer; null when absent.</summary>
    public int? GetInt32(string key) => Struct<int>(key);

    /// <summary>The 64-bit integer; null when absent.</summary>
    public long? GetInt64(string key) => Struct<long>(key);

    /// <summary>The double; null when absent.</summary>
    public double? GetDouble(string key) => Struct<double>(key);

    /// <summary>The boolean; null when absent.</summary>
    public bool? GetBoolean(string key) => Struct<bool>(key);

    /// <summary>The instant; null when absent.</summary>
    public DateTimeOffset? GetDateTimeOffset(string key) => this[key] is DateTime instant ? new DateTimeOffset(instant) : Struct<DateTimeOffset>(key);

    /// <summary>The GUID; null when absent.</summary>
    public Guid? GetGuid(string key) => Struct<Guid>(key);

    /// <summary>The bytes; null when absent.</summary>
    public BinaryData? GetBinaryData(string key) => this[key] is byte[] bytes ? BinaryData.FromBytes(bytes) : Class<BinaryData>(key);

    /// <summary>The bytes; null when absent.</summary>
    public byte[]? GetBinary(string key) => this[key] is BinaryData binary ? binary.ToArray() : Class<byte[]>(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => properties.TryGetValue(key, out value);

    /// <inheritdoc />
    public bool Remove(string key) => properties.Remove(key);

    /// <inheritdoc />
    public void Add(string key, object value) => properties.Add(key, value);

    /// <inheritdoc />
    public bool ContainsKey(string key) => properties.ContainsKey(key);

    /// <inheritdoc />
    public void Clear() => properties.Clear();

    /// <inheritdoc />
    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => properties.Add(item.Key, item.Value);

    /// <inheritdoc />
    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => properties.Contains(item);

    /// <inheritdoc />
    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)properties).CopyTo(array, arrayIndex);

    /// <inheritdoc />
    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)properties).Remove(item);

    /// <inheritdoc />
    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => properties.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();

    T? Class<T>(string key)
        where T : class => this[key] is null or T ? (T?)this[key] : throw OtherType(key, typeof(T));

    T? Struct<T>(string key)
        where T : struct => this[key] switch
        {
            null => null,
            T value => value,
            _ => throw OtherType(key, typeof(T)),
        };

    InvalidOperationException OtherType(string key, Type asked) => new($"{key} is of type {this[key].GetType()}, not {asked}.");
}
