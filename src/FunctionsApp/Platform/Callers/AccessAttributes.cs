using Community.Platform;

namespace FunctionsApp.Platform.Callers;

/// <summary>Everybody may call the function, without credentials.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;

/// <summary>
/// The function is for staff who are signed in to the sidebar, and for no other caller: no role, token or key opens it.
/// It does not exist where the app has no sidebar.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StaffOnlyAttribute : Attribute;

/// <summary>
/// The function needs this role. Without the attribute a function that only reads needs
/// <see cref="OperatorRole.Viewer"/>, and every other one <see cref="OperatorRole.Operator"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiredRoleAttribute(OperatorRole role) : Attribute
{
    public OperatorRole Role => role;
}
