namespace FunctionsApp.Platform.Callers;

/// <summary>Everybody may call the function, without credentials.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;

/// <summary>
/// The function needs this role. Without the attribute a function that only reads needs
/// <see cref="CallerRole.Viewer"/>, and every other one <see cref="CallerRole.Operator"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiredRoleAttribute(CallerRole role) : Attribute
{
    public CallerRole Role => role;
}
