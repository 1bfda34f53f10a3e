using System.Text.Json.Serialization.Metadata;
using Community.Platform;

namespace FunctionsApp.Platform.Callers;

/// <summary>
/// The field is left out of answers to a <see cref="OperatorRole.Viewer"/>: a union id, an address, or what a message
/// says.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HiddenFromViewersAttribute : Attribute
{
    internal static bool IsOn(JsonPropertyInfo field) =>
        field.AttributeProvider?.IsDefined(typeof(HiddenFromViewersAttribute), inherit: true) is true;

    /// <summary>Takes the hidden fields out of the JSON of a type.</summary>
    internal static void Remove(JsonTypeInfo info)
    {
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            if (IsOn(info.Properties[i])) info.Properties.RemoveAt(i);
        }
    }
}
