using System.Linq.Expressions;
using System.Reflection;
using LocalRuntime.DurableTask;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Functions.Durable;

/// <summary>Binds the input of an activity, which is read from JSON.</summary>
internal static class ActivityBinding
{
    public static Expression? Bind(
        ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger) =>
        parameter.IsDefined(typeof(ActivityTriggerAttribute))
            ? Expression.Call(
                typeof(OrchestrationJson),
                nameof(OrchestrationJson.Deserialize),
                [parameter.ParameterType],
                Expression.Convert(trigger, typeof(string)))
            : null;
}
