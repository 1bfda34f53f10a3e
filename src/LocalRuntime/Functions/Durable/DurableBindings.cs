namespace LocalRuntime.Functions.Durable;

/// <summary>Binds the parameters of an orchestrator: its context, and at most one other, its input.</summary>
sealed class OrchestratorBinding
{
    bool hasInput;

    public Expression? Bind(ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger)
    {
        var type = parameter.ParameterType;
        if (type == typeof(FunctionContext) || type == typeof(CancellationToken)) return null;
        if (parameter.IsDefined(typeof(DurableClientAttribute))) return null;
        var context = Expression.Convert(trigger, typeof(TaskOrchestrationContext));
        if (parameter.IsDefined(typeof(OrchestrationTriggerAttribute)))
            return type == typeof(TaskOrchestrationContext) ? context : null;
        if (hasInput) return null;
        hasInput = true;
        return Expression.Call(context, nameof(TaskOrchestrationContext.GetInput), [type]);
    }
}

/// <summary>Binds the input of an activity, which is read from JSON.</summary>
static class ActivityBinding
{
    public static Expression? Bind(
        ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger) =>
        parameter.IsDefined(typeof(ActivityTriggerAttribute))
            ? Expression.Call(
                typeof(OrchestrationJson), nameof(OrchestrationJson.Deserialize), [parameter.ParameterType],
                Expression.Convert(trigger, typeof(string)))
            : null;
}
