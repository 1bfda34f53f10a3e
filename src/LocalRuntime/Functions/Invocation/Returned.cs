using System.Linq.Expressions;

namespace LocalRuntime.Functions.Invocation;

/// <summary>Turns whatever a function returns into one awaitable shape; a task that is done already costs no state machine.</summary>
internal static class Returned
{
    /// <summary>The type inside the task, or the type itself; <c>void</c> for none.</summary>
    public static Type ResultType(Type returned) => returned switch
    {
        _ when returned == typeof(Task) || returned == typeof(ValueTask) => typeof(void),
        { IsGenericType: true } when returned.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>)) => returned.GetGenericArguments()[0],
        _ => returned,
    };

    public static Expression AsValueTask(Expression call)
    {
        if (call.Type == typeof(void)) return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        if (call.Type == typeof(Task) || call.Type == typeof(ValueTask)) return Expression.Call(typeof(Returned), nameof(Nothing), null, call);
        var result = ResultType(call.Type);
        return result == call.Type
            ? Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)))
            : Expression.Call(typeof(Returned), nameof(Value), [result], call);
    }

    static ValueTask<object?> Nothing(Task task)
    {
        return task.IsCompletedSuccessfully ? default : Wait(task);

        static async ValueTask<object?> Wait(Task task)
        {
            await task;
            return null;
        }
    }

    static ValueTask<object?> Nothing(ValueTask task) => Nothing(task.AsTask());

    static ValueTask<object?> Value<T>(Task<T> task)
    {
#pragma warning disable CA1849 // the task has its result already
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Wait(task);
#pragma warning restore CA1849

        static async ValueTask<object?> Wait(Task<T> task) => await task;
    }

    static ValueTask<object?> Value<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Wait(task);

        static async ValueTask<object?> Wait(ValueTask<T> task) => await task;
    }
}
