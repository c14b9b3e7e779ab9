package org.imprimatur.web.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class FormTest {
    @Test
    void a_form_keeps_what_was_typed_to_the_letter_and_never_its_seal() {
        var request = new MockHttpServletRequest();
        request.addParameter("title", "  Gas ");
        request.addParameter("role", "a", "b");
        request.addParameter("_csrf", "token");
        Form form = Form.typed(request);
        assertThat(form.asTyped("title")).isEqualTo("  Gas ");
        assertThat(form.value("title")).isEqualTo("Gas");
        assertThat(form.has("role", "b")).isTrue();
        assertThat(form.values()).containsOnlyKeys("title", "role");
    }

    @Test
    void an_error_makes_a_new_form_and_leaves_the_old_one_good() {
        Form good = Form.empty().with("title", "Gas");
        Form bad = good.error("title", "too short");
        assertThat(good.good()).isTrue();
        assertThat(bad.errorOf("title")).isEqualTo("too short");
        assertThat(bad.errorOf("letter")).isNull();
        assertThat(bad.refused("page", Map.of()).getStatus().value()).isEqualTo(422);
    }
}
