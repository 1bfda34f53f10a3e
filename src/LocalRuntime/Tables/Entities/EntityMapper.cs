using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace LocalRuntime.Tables;

/// <summary>Turns the app's entities into stored properties and back.</summary>
static class EntityMapper
{
    static readonly string[] SystemProperties =
        [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), nameof(ITableEntity.ETag), "odata.etag"];

    static readonly ConcurrentDictionary<Type, IReadOnlyList<EntityMember>> Members = new();

    public static bool IsSystem(string property) => SystemProperties.Contains(property);

    /// <summary>The entity's own properties; one without a value is not stored.</summary>
    public static IReadOnlyDictionary<string, object> ToProperties(ITableEntity entity)
    {
        var own = entity is IDictionary<string, object> dictionary
            ? dictionary.Select(pair => (Name: pair.Key, pair.Value))
            : MembersOf(entity.GetType()).Select(member => (member.Name, Value: member.Read(entity)!));
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in own)
        {
            if (value is not null && !IsSystem(name)) properties[name] = EntityValue.ToStored(name, value);
        }

        return properties;
    }

    public static T ToEntity<T>(StoredEntity stored)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        if (entity is TableEntity dynamic)
        {
            foreach (var (name, value) in stored.Properties) dynamic[name] = value;
        }
        else
        {
            foreach (var member in MembersOf(typeof(T)))
            {
                if (stored.Properties.TryGetValue(member.Name, out var value)) member.Write(entity, EntityValue.ToMember(member, value));
            }
        }

        if (stored.PartitionKey is not null) entity.PartitionKey = stored.PartitionKey;
        if (stored.RowKey is not null) entity.RowKey = stored.RowKey;
        if (stored.Timestamp is not null) entity.Timestamp = stored.Timestamp;
        entity.ETag = stored.ETag;
        return entity;
    }

    static IReadOnlyList<EntityMember> MembersOf(Type type) => Members.GetOrAdd(type, EntityMember.Of);
}
