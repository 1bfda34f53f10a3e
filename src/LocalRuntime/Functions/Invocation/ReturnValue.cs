namespace LocalRuntime.Functions.Invocation;

/// <summary>Converts the return value of a function to one awaitable type.</summary>
static class ReturnValue
{
    /// <summary>The type inside the task, or the type itself; <c>void</c> for a task without a result.</summary>
    public static Type ResultType(Type returned)
    {
        if (returned == typeof(Task) || returned == typeof(ValueTask)) return typeof(void);
        var open = returned.IsGenericType ? returned.GetGenericTypeDefinition() : null;
        return open == typeof(Task<>) || open == typeof(ValueTask<>) ? returned.GetGenericArguments()[0] : returned;
    }

    public static Expression AsValueTask(Expression call)
    {
        if (call.Type == typeof(void)) return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        if (call.Type == typeof(Task) || call.Type == typeof(ValueTask))
            return Expression.Call(typeof(ReturnValue), nameof(None), null, call);
        var result = ResultType(call.Type);
        if (result != call.Type) return Expression.Call(typeof(ReturnValue), nameof(Value), [result], call);
        var create = typeof(ValueTask<object?>).GetConstructor([typeof(object)])!;
        return Expression.New(create, Expression.Convert(call, typeof(object)));
    }

    static async ValueTask<object?> None(Task task)
    {
        await task;
        return null;
    }

    static ValueTask<object?> None(ValueTask task) => None(task.AsTask());

    static async ValueTask<object?> Value<T>(Task<T> task) => await task;

    static async ValueTask<object?> Value<T>(ValueTask<T> task) => await task;
}
