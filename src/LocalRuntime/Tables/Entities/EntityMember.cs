using System.Reflection;
using System.Runtime.Serialization;

namespace LocalRuntime.Tables;

/// <summary>A property of an entity class that is stored.</summary>
sealed class EntityMember
{
    readonly PropertyInfo property;

    EntityMember(PropertyInfo property)
    {
        this.property = property;
        Name = property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    public string Name { get; }

    /// <summary>The property's type, without <see cref="Nullable{T}"/>.</summary>
    public Type Type { get; }

    public static IReadOnlyList<EntityMember> Of(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetMethod is { IsPublic: true } && property.SetMethod is { IsPublic: true })
            .Where(property => property.GetIndexParameters().Length == 0)
            .Where(property => !property.IsDefined(typeof(IgnoreDataMemberAttribute)) && !EntityMapper.IsSystem(property.Name))
            .Select(property => new EntityMember(property)),
    ];

    public object? Read(object entity) => property.GetValue(entity);

    public void Write(object entity, object value) => property.SetValue(entity, value);
}
