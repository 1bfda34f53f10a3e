using System.Linq.Expressions;
using System.Reflection;

namespace LocalRuntime.Functions.Invocation;

/// <summary>The binding of a trigger whose value is passed unchanged.</summary>
internal static class TriggerValue
{
    public static Expression? Bind<T>(
        ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger) =>
        parameter.ParameterType == typeof(T) ? Expression.Convert(trigger, typeof(T)) : null;
}
