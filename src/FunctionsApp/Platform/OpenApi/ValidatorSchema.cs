using System.Text.Json.Nodes;
using FluentValidation;
using FluentValidation.Internal;
using FluentValidation.Validators;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Platform.OpenApi;

/// <summary>
/// Writes the limits of a validator into the schema of its type: required fields, lengths, patterns, ranges, names of
/// enums and numbers of items. Conditional rules add no required field, nor do the fields that name who acts, which
/// operators may leave out. What a predicate checks is not known.
/// </summary>
sealed class ValidatorSchema(SchemaRegistry registry)
{
    public void Apply(IValidator validator, JsonObject schema)
    {
        foreach (var rule in validator.CreateDescriptor().Rules)
        {
            foreach (var component in rule.Components.Where(component => component.Validator is not null))
            {
                if (rule.PropertyName is not { Length: > 0 } name) ApplyNested(component.Validator, schema);
                else if (schema["properties"]?[name] is { } property)
                    Apply(rule, component, schema, name, property);
            }
        }
    }

    void Apply(IValidationRule rule, IRuleComponent component, JsonObject schema, string name, JsonNode property)
    {
        var validator = component.Validator;
        var isConditional = rule.HasCondition || component.HasCondition || component.HasAsyncCondition;
        if (IsOfItems(rule))
        {
            if (property["items"] is { } item) property["items"] = Limit(validator, item);
            return;
        }

        var isNeeded = validator is INotNullValidator or INotEmptyValidator && !isConditional;
        if (isNeeded && !AuthorFields.IsName(name)) Require(schema, name);
        schema["properties"]![name] = Limit(validator, schema["properties"]![name]!);
    }

    static void Require(JsonObject schema, string name)
    {
        var required = (JsonArray)(schema["required"] ??= new JsonArray());
        if (!required.Any(other => other!.GetValue<string>() == name)) required.Add((JsonNode)name);
        schema["properties"]![name] = SchemaNodes.Required(schema["properties"]![name]!).DeepClone();
    }

    JsonNode Limit(IPropertyValidator validator, JsonNode schema)
    {
        switch (validator)
        {
            case INullRefusal:
                return SchemaNodes.Required(schema).DeepClone();
            case IEnumNameValidator names:
                // A type in several requests comes here as often, and the second time with the enum.
                var isNullable = schema["anyOf"] is not null || SchemaNodes.RemoveNull(schema);
                return SchemaNodes.OrNull(registry.Enum(names.Type), isNullable);
            case INotEmptyValidator:
                schema["minLength"] = 1;
                break;
            case ILengthValidator { Max: > 0 } length:
                schema["maxLength"] = length.Max;
                break;
            case IRegularExpressionValidator pattern:
                schema["pattern"] = pattern.Expression.Replace(@"\z", "$", StringComparison.Ordinal);
                break;
            case IItemCountValidator items:
                (schema["minItems"], schema["maxItems"]) = (items.Min, items.Max);
                break;
            case IBetweenValidator { From: int from, To: int to }:
                (schema["minimum"], schema["maximum"]) = (from, to);
                break;
            default:
                if (registry.Resolve(schema) is { } component) ApplyNested(validator, component);
                break;
        }

        return schema.DeepClone();
    }

    // The validator of an object or of the items of a list.
    void ApplyNested(IPropertyValidator validator, JsonObject schema)
    {
        if (validator is not IChildValidatorAdaptor) return;
        // The adaptor gives its validator for a context of the type around it, which it does not look at.
        var method = validator.GetType().GetMethod("GetValidator")!;
        var contextType = method.GetParameters()[0].ParameterType;
        var context = contextType.GetConstructor(contextType.GetGenericArguments())!.Invoke([null]);
        if (method.Invoke(validator, [context, null]) is IValidator nested) Apply(nested, schema);
    }

    static bool IsOfItems(IValidationRule rule) => rule.GetType().GetInterfaces()
        .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
}
