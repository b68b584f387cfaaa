using System.Collections;
using System.Reflection;
using LumenArgus.PluginRuntime.Registration;

namespace LumenArgus.PluginTesting;

/// <summary>Finds what a plugin has registered by the contract's interface: as a hook, or in a list, as it is or with what the host has read of it.</summary>
internal static class ContributedParts
{
    public static IEnumerable<TPart> Of<TPart>(PluginContributions contributions)
        where TPart : class => Properties(contributions.GetType()).SelectMany(property => In<TPart>(property, contributions));

    // By the types that the host declares: an object that also implements another interface has not been registered as that.
    private static IEnumerable<TPart> In<TPart>(PropertyInfo property, PluginContributions contributions)
        where TPart : class
    {
        if (property.PropertyType == typeof(TPart))
        {
            return property.GetValue(contributions) is TPart part ? [part] : [];
        }

        if (!property.PropertyType.IsGenericType || property.GetValue(contributions) is not IEnumerable list)
        {
            return [];
        }

        var element = property.PropertyType.GetGenericArguments()[0];
        return element == typeof(TPart)
            ? list.Cast<TPart>()
            : Properties(element).Where(static inner => inner.PropertyType == typeof(TPart)).SelectMany(inner => list.Cast<object>().Select(inner.GetValue)).OfType<TPart>();
    }

    private static PropertyInfo[] Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
